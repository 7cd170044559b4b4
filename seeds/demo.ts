import type pg from 'pg';

export async function seedDemo(_owner: pg.Pool): Promise<{ people: { name: string; email: string; seat: string }[]; password: string }> {
  return { people: [], password: '' };
}

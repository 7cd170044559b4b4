import { describe, expect, it } from 'vitest';
import { connectionFromUrl, refusePlainAway } from './connection.ts';

const at = (address: string, plainAllowed = false) => refusePlainAway(connectionFromUrl(address), plainAllowed);

describe('a database that is spoken to unencrypted', () => {
  it.each([
    'postgres://kinfold:word@localhost/kinfold',
    'postgres://kinfold:word@127.0.0.1:5433/kinfold',
    'postgres://kinfold:word@[::1]/kinfold',
    'postgres://kinfold:word@localhost/kinfold?host=/run/postgresql',
    'postgres://kinfold:word@db.example/kinfold?sslmode=require',
    'postgres://kinfold:word@db.example/kinfold?sslmode=verify-full',
  ])('%s is free to be', (address) => expect(() => at(address)).not.toThrow());

  it.each([
    'postgres://kinfold:word@db.example/kinfold',
    'postgres://kinfold:word@10.0.0.5/kinfold',
    'postgres://kinfold:word@db.example/kinfold?sslmode=disable',
    'postgres://kinfold:word@localhost.example/kinfold',
    'postgres://kinfold:word@127.db.example/kinfold',
    'postgres://kinfold:word@localhost/kinfold?host=db.example',
    'postgres://kinfold:word@[fd00::5]/kinfold',
  ])('%s is refused in one sentence without the password', (address) => {
    expect(() => at(address)).toThrow(/^DATABASE_URL names another machine without encryption; [^.]+\.$/);
    expect(() => at(address)).not.toThrow('word');
  });

  it('another machine is allowed by the operator’s word', () =>
    expect(() => at('postgres://kinfold:word@db.example/kinfold', true)).not.toThrow());
});

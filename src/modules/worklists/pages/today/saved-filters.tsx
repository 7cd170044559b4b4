import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '#web/staff/data/use-read.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { listFilters, type SavedFilter } from '../../filters/contract.ts';
import { words } from '../words.ts';
import { addressOf, filterOf, type Wish } from './address.ts';
import { KeepFilterDialog } from './keep-filter-dialog.tsx';
import { ManageFiltersDialog } from './manage-filters-dialog.tsx';

const said = words.saved;

/** Filters under names: one's own and the team's, each an address; saving the view at hand; putting them in order. */
export function SavedFilters({ wish }: { readonly wish: Wish }) {
  const { data } = useRead(listFilters, {});
  const go = useGo();
  const [open, setOpen] = useState<'keep' | 'manage' | null>(null);
  const filters = data?.filters ?? [];
  const here = addressOf(filterOf(wish));
  const own = filters.filter(({ by }) => by === null);
  const team = filters.filter(({ by }) => by !== null);
  const current = filters.find(({ filter }) => addressOf(filter) === here);
  const item = (one: SavedFilter) => (
    <Menu.Item
      key={one.id}
      component="a"
      href={addressOf(one.filter)}
      aria-current={one === current ? 'true' : undefined}
      onClick={(event: React.MouseEvent) => {
        event.preventDefault();
        go(addressOf(one.filter));
      }}
    >
      {[one.name, one.by && said.by(one.by), one.id === data?.opensWith && said.opensWith].filter(Boolean).join(' · ')}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs">
            {current?.name ?? said.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {own.length > 0 ? <Menu.Label>{said.own}</Menu.Label> : null}
          {own.map(item)}
          {team.length > 0 ? <Menu.Label>{said.team}</Menu.Label> : null}
          {team.map(item)}
          {filters.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item onClick={() => setOpen('keep')}>{said.save}</Menu.Item>
          {filters.length > 0 ? <Menu.Item onClick={() => setOpen('manage')}>{said.manage}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {open === 'keep' ? <KeepFilterDialog filter={filterOf(wish)} onClose={() => setOpen(null)} /> : null}
      {open === 'manage' ? (
        <ManageFiltersDialog filters={filters} opensWith={data?.opensWith ?? null} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

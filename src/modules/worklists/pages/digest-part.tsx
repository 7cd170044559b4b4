import { Switch } from '@mantine/core';
import { Part } from '#modules/access/pages/account/part.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { chooseDigest, readDigestChoice } from '../digest/contract.ts';
import { words } from './words.ts';

const said = words.digest;

/** On the account page: whether the weekly message comes to this seat. Nothing for seats that have no list to be told of. */
export function DigestPart() {
  return useMay()(readDigestChoice.permission) ? <Choice /> : null;
}

function Choice() {
  const { data } = useRead(readDigestChoice, {});
  const choose = useWrite(chooseDigest, { changes: [readDigestChoice.name] });
  if (!data) return null;
  const on = choose.isPending ? choose.variables.body.on : data.on;
  return (
    <Part title={said.title}>
      <p>{said.says}</p>
      <Switch
        label={said.label}
        description={said.usual}
        checked={on === true}
        onChange={(event) => choose.mutate({ body: { on: event.currentTarget.checked } })}
      />
      {choose.isError ? <p role="alert">{said.kept}</p> : null}
    </Part>
  );
}

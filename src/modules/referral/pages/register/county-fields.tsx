import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { loadCounties } from './counties.ts';
import { Line, Pick } from './fields.tsx';
import styles from './form.module.css';
import { useForm } from './form-state.ts';
import { FORM, HINTS } from './form-words.ts';

/** Town, state, ZIP and county. The ZIP suggests the county; only a person takes it over. */
export function CountyFields() {
  const { values, set } = useForm();
  const known = useQuery({
    queryKey: ['directory.counties'],
    queryFn: loadCounties,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = known.data?.ofZip(values.zip.trim()) ?? [];
  const [only] = found;
  const names = known.data?.names ?? [values.county].filter(Boolean);
  const suggests = found.length > 0 && !found.includes(values.county);
  return (
    <>
      <Line name="city" most={300} />
      <div className={styles.pair}>
        <Line name="state" most={2} />
        <Line name="zip" most={5} inputMode="numeric" />
      </div>
      <Pick name="county" options={Object.fromEntries(names.map((name) => [name, name]))} unchosen={FORM.notKnown} />
      <div className={styles.suggests} role="status">
        {suggests && only ? (
          <>
            <span>
              {found.length === 1 ? HINTS.zipIn(values.zip, only) : HINTS.zipInSeveral(values.zip, found.join(', '))}
            </span>
            {found.length === 1 ? (
              <Button variant="default" onClick={() => set({ county: only })}>
                {HINTS.takeCounty}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </>
  );
}

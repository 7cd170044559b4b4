import { totalmem } from 'node:os';
import { type Address, isSocket } from './address.ts';

/**
 * How the embedded server runs: small, durable, reachable through one address only. Given on the command line, so
 * that the data folder holds no settings of ours that an upgrade would have to edit.
 */
export function serverSettings(address: Address, durable: boolean): readonly string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: isSocket(address) ? '' : address.host,
    port: address.port,
    unix_socket_directories: isSocket(address) ? address.host : '',
    max_connections: 100,
    shared_buffers: `${durable ? sharedMegabytes(totalmem()) : 128}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: 1.1,
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...WITHOUT_VALUES,
    log_checkpoints: 'off',
    ...(durable ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } : NOT_DURABLE),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * An eighth of the machine's memory, from 128 MB to 1 GB: a page not held is copied and its checksum worked out at every
 * look. It is taken up only as pages are read.
 */
export function sharedMegabytes(memory: number): number {
  return Math.min(1024, Math.max(128, Math.floor(memory / 8 / 2 ** 20)));
}

/**
 * A failing statement, its values and even the first line of a complaint ("invalid input syntax for type date: …") may name
 * a person. The log keeps what the server says of itself; what it says of a statement goes to the program alone, which
 * logs the code. `doctor` looks for the same in a database of one's own.
 */
export const WITHOUT_VALUES = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
} as const;

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

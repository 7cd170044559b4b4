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
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: 1.1,
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement and its values may name a person: the log gets the error, never the data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: 0,
    log_checkpoints: 'off',
    ...(durable ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } : NOT_DURABLE),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

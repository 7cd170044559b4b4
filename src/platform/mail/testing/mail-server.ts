import { createServer, type Server, type Socket } from 'node:net';

/** As much of a mail server as one message needs; keeps the lines it is sent. */
export async function mailServer(refuse = false): Promise<{ server: Server; port: number; lines: string[] }> {
  const lines: string[] = [];
  const server = createServer((socket) => converse(socket, lines, refuse));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port, lines };
}

function converse(socket: Socket, lines: string[], refuse: boolean): void {
  let inData = false;
  socket.setEncoding('utf8');
  socket.write('220 test\r\n');
  socket.on('data', (chunk: string) => {
    for (const line of chunk.split('\r\n').filter(Boolean)) {
      lines.push(line);
      if (inData && line !== '.') continue;
      const ends = inData;
      inData = line === 'DATA';
      if (line.startsWith('RCPT') && refuse) socket.write('550 no such mailbox\r\n');
      else if (inData) socket.write('354 go on\r\n');
      else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write(ends ? '250 kept\r\n' : '250 test\r\n');
    }
  });
}

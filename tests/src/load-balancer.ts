import { createServer, request } from 'node:http';

/** Passes requests on to each target in turn, as a load balancer does; counts what each got. */
export async function startLoadBalancer(
  port: number,
  targets: readonly string[],
): Promise<{ counts: () => number[]; close: () => Promise<void> }> {
  const counts = targets.map(() => 0);
  let turn = 0;
  const server = createServer((req, res) => {
    const index = turn % targets.length;
    turn += 1;
    counts[index] = (counts[index] ?? 0) + 1;
    const onward = request(
      new URL(req.url ?? '/', targets[index]),
      { method: req.method ?? 'GET', headers: req.headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on('error', () => {
      res.writeHead(502).end();
    });
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    counts: () => [...counts],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

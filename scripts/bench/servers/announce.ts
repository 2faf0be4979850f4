import type { FastifyInstance } from 'fastify';

/** Listens on a free port and says where, as the service does. */
export async function announce(app: FastifyInstance): Promise<void> {
  process.stdout.write(`listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
  process.once('SIGTERM', () => process.exit(0));
}

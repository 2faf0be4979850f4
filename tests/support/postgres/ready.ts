import { startTestApp } from '../app.js';
import { heldComment } from '../desk.js';

/**
 * Before each file of tests on PostgreSQL: what judging needs is made for the first text that needs
 * it. On a busy machine that takes longer than PostgreSQL lets a transaction stand idle.
 */
const service = await startTestApp({}, 'sqlite::memory:');
await heldComment(service);
await service.close();

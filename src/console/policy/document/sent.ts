import type { PolicyInput } from '../../../../openapi/types.js';
import type { Document } from './members.js';

/** A draft as it is sent: whatever somebody wrote. What is wrong with it the service says. */
export const sent = (document: Document): PolicyInput => document as unknown as PolicyInput;

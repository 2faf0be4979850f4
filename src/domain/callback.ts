/** Under which a comment keeps the endpoint whose client is told of it: a member of `metadata`. */
export const CALLBACK_MEMBER = 'gatepost_callback';

export const following = {};

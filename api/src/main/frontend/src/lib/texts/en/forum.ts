export const forum = {};

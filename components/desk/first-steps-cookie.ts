/** Says that this browser's person has put the first steps away. */
export const STEPS_COOKIE = "dateline-first-steps";

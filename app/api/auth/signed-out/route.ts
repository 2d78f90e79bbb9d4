/**
 * Where sign-out leads: has the browser throw away the staff pages that it keeps, so that "back"
 * shows none of them, and goes to the door. It ends nothing itself, so it needs no guard.
 */
export function GET(): Response {
  return new Response(null, {
    status: 303,
    headers: { location: "/sign-in", "clear-site-data": '"cache"', "cache-control": "no-store" },
  });
}

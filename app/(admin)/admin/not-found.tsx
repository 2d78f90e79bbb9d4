import { NotForYou } from "#components/admin/not-for-you.tsx";

export default function AdminNotFound() {
  return <NotForYou />;
}

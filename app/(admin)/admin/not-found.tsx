import { NotForYou } from "#components/admin/not-for-you.tsx";
import { interfaceLanguage } from "#server/session.ts";

export default async function AdminNotFound() {
  return <NotForYou language={await interfaceLanguage()} />;
}

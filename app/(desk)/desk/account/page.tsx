import { permanentRedirect } from "next/navigation";

/** Where one's account stood before it had a page with all of it. */
export default function AccountPage() {
  permanentRedirect("/me");
}

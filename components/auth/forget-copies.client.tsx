"use client";
import { useEffect } from "react";
import { forgetCopies } from "../room/device-copy.ts";

/** At the door nobody has a session, so no copy of a story may stay on this device. */
export function ForgetCopies() {
  useEffect(() => void forgetCopies(), []);
  return null;
}

import type { KeptFile } from "#domain/redirects/keep-file.ts";
import type { Answer } from "../../auth/use-act.ts";

/** Sends a file of redirects as it is; the answer has the shape of an action's. */
export function sendFile(file: File): Promise<Answer<KeptFile>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/redirects?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.onload = () => {
      if (request.status === 200) resolve({ ok: true, value: request.response });
      else resolve({ ok: false, problem: { kind: "invalid", message: request.response?.message ?? "" } });
    };
    request.onerror = () => reject(new Error("the file was not sent"));
    request.send(file);
  });
}

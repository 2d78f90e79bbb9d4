/**
 * The row of ways to share a story. Without this script it is a row of plain links; with it come
 * the phone's own sheet and copying the address, where the browser has them. It counts presses
 * (which story, which way, nothing about who) with a beacon that holds nothing up.
 */
class ShareRow extends HTMLElement {
  connectedCallback() {
    const url = this.dataset.url ?? "";
    const text = this.dataset.text ?? "";
    // From here on the beacon counts; without script the links' own ping does.
    for (const link of this.querySelectorAll("a")) {
      const ping = link.getAttribute("ping") ?? "";
      link.removeAttribute("ping");
      link.addEventListener("click", () => this.count(ping));
    }
    if ("share" in navigator) {
      this.offer("device", () => navigator.share({ text, url }), "");
    }
    if ("clipboard" in navigator) {
      this.offer("link", () => navigator.clipboard.writeText(url), this.dataset.copied ?? "");
    }
  }

  private offer(channel: string, act: () => Promise<void>, done: string) {
    const button = this.querySelector<HTMLButtonElement>(`button[value=${channel}]`);
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      // Closing the sheet without choosing anything is no share.
      act().then(
        () => {
          this.say(done);
          this.count(`${this.dataset.count}${channel}`);
        },
        () => this.say(""),
      );
    });
  }

  private say(sentence: string) {
    const line = this.querySelector("output");
    if (line) line.textContent = sentence;
  }

  private count(address: string) {
    if (address !== "") navigator.sendBeacon(address);
  }
}

customElements.define("share-row", ShareRow);

/** Keeps Chromium from asking, phoning home or drawing with a graphics card that may not be there. */
export const browserFlags: readonly string[] = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * Takes DOMPurify's place wherever there is no DOM (extension host, web worker, command line). Mermaid asks for it
 * while parsing; nothing is rendered there, so nothing needs sanitising. The page keeps the real one.
 */
const noDompurify = {
  addHook(): void {},
  sanitize: (text: string): string => text,
};

export default noDompurify;

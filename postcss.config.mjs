/** Tailwind for staff pages. Reader pages have a stylesheet of their own, made by scripts/build-reader.ts. */
export default { plugins: { "@tailwindcss/postcss": {} } };

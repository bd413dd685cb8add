/**
 * Id of this build. The build replaces the text by a hash of everything shipped (scripts/lib/release.mjs); in
 * development it stays as it is.
 */
export const build = 'stagecraft-build-development'

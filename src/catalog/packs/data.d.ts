/** The packs as a file of the build: the address of their JSON. */
declare module '*/packs/index?json' {
  const url: string;
  export default url;
}

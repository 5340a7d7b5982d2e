declare module "world-atlas/*.json?url" {
  const url: string;
  export default url;
}
declare module "@fontsource-variable/*";

export { V2_UNCONFIRMED_EVENTS, V2EventsAbi } from "./V2EventsAbi.ts";

/** What the server's parts may ask of equipment: one device or all, with their clocks. */

export { allDevices, deviceById } from './device.store.ts';

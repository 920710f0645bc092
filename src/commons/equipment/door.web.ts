/** Equipment for screens: the panel of the day board and the words for a device. */

export { deviceTexts } from './device.texts.ts';

/**
 * Where staff get the square of somebody's picture; null: there is none. The address names no edition,
 * so that it is asked for again each time: a name in a list doesn't know which edition there is.
 */
export function faceSrc(pictureId: string | null, width: 160 | 320 = 160): string | null {
  return pictureId === null ? null : `/api/pictures/${pictureId}/square/${width}`;
}

const MEMORY = 'kinfold-seat';

/** Which seat this window sits in; for as long as the window lives, and each window its own. */
export const rememberSeat = (seat: string): void => sessionStorage.setItem(MEMORY, seat);

/** The next person at this window, or the same one, chooses anew. */
export const forgetSeat = (): void => sessionStorage.removeItem(MEMORY);

/** The seat taken last in this window, if it is still one of `seats`. */
export function rememberedSeat<S extends { readonly id: string }>(seats: readonly S[]): S | undefined {
  const last = sessionStorage.getItem(MEMORY);
  return seats.find((seat) => seat.id === last);
}

/** The seat taken last in this window if it is still one of `seats`, else the first. */
export function seatToTake<S extends { readonly id: string }>(seats: readonly S[]): S | undefined {
  return rememberedSeat(seats) ?? seats[0];
}

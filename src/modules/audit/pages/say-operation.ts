/**
 * An operation's code as a short line: "session.signed-in" is "Session signed in". The code itself stays what is
 * filtered by and exported, so nothing is looked up that could be missing for a new operation.
 */
export function sayOperation(operation: string): string {
  const said = operation.replaceAll(/[.-]/g, ' ').replace(/^fhir/, 'FHIR');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

// Keycloak's page for the second proof names the account in a field whose label belongs to no field: readers of the screen must hear both together.
document.addEventListener("DOMContentLoaded", () => {
  const shown = document.getElementById("kc-attempted-username");
  const label = document.querySelector("label[for='username']");
  if (shown && label) label.htmlFor = shown.id;
});

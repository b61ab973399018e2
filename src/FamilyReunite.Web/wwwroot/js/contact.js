// Adds the phone's position to a meeting, only when asked to.
const here = document.getElementById('here');
if (here && navigator.geolocation) {
  const state = document.getElementById('here-state');
  here.hidden = false;
  here.addEventListener('click', () => navigator.geolocation.getCurrentPosition(
    position => {
      document.getElementsByName('Visit.Latitude')[0].value = position.coords.latitude.toFixed(6);
      document.getElementsByName('Visit.Longitude')[0].value = position.coords.longitude.toFixed(6);
      state.textContent = here.dataset.found;
    },
    () => { state.textContent = here.dataset.denied; },
    { timeout: 10000, maximumAge: 60000 }));
}

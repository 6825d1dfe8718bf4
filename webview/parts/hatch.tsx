/** The pattern of what is negative: a drawing that has it fills with `url("#hatch")`. */
export function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <rect class="hatch-line" width="2.6" height="6" />
      </pattern>
    </defs>
  );
}

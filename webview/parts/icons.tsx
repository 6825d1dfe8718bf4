import type { ComponentChildren } from 'preact';

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export const PinIcon = () => (
  <Icon>
    <path d="M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" />
  </Icon>
);

export const FollowIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.5" />
    <circle class="filled" cx="8" cy="8" r="1" />
    <path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8zM10.5 3.5v-1h-8v8h1" />
  </Icon>
);

export const PreviousIcon = () => (
  <Icon>
    <path d="M9.5 4.5L6 8l3.5 3.5" />
  </Icon>
);

export const NextIcon = () => (
  <Icon>
    <path d="M6.5 4.5L10 8l-3.5 3.5" />
  </Icon>
);

export const ErrorIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.2l6.2 11.3H1.8zM8 6.5v3.2M8 11.4v.4" />
  </Icon>
);

export const InformationIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 7.2v4M8 4.8v.4" />
  </Icon>
);

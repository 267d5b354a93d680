/** What `${ACME_KEY}` and the like stand for in the examples of the rules: random, so that no rule about weak secrets fires. */
export const exampleVariables = {
  ACME_KEY: "Rk3vX9bQ2mT7pL5wZ8cN4dF6",
  ACME_NEW_KEY: "Hj6sW1nB8yG4rC7xV2kP9zM3",
  ACME_PASSWORD: "vT5nQ8wJ2xR7bL4kZ9mC",
  GLOBEX_PASSWORD: "pD3hF6gS9aY1uE8iO4qX",
  ACME_SECRET: "Rk3vX9bQ2mT7pL5wZ8cN4dF6hJ1sY0gVHj6sW1nB8yG4rC7xV2kP9zM3vT5nQ8wJ2xR7",
};

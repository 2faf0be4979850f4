# Node 22 has prebuilt better-sqlite3; the build image has a compiler for when one is missing.
# Both stages use one Debian, so that what was compiled in the first runs in the second.

FROM node:22-bookworm-slim AS build
WORKDIR /app
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3 make g++ \
    && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY scripts/build.ts ./scripts/build.ts
COPY scripts/build ./scripts/build
COPY src ./src
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
# Inside a container the loopback address reaches nobody.
ENV HOST=0.0.0.0
ENV PORT=8080
WORKDIR /app
# The one place that is written to; give it a volume. Everything else may be read-only.
RUN mkdir data && chown node:node data
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY migrations ./migrations
COPY models ./models
COPY openapi ./openapi
COPY LICENSE ./LICENSE
# The user `node` by number, so that Kubernetes can see that it is not root.
USER 1000:1000
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell in between, so that SIGTERM arrives and what is in flight is finished.
CMD ["node", "dist/main.js"]

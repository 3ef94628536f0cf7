# Parley's server, from the jar that `./mvnw -DskipTests package` has built. For linux/amd64 and linux/arm64 alike.
FROM eclipse-temurin:25.0.3_9-jre-noble AS layers
WORKDIR /layers
COPY api/target/api-0.1.0.jar parley.jar
RUN java -Djarmode=tools -jar parley.jar extract --layers --launcher --destination .

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN groupadd --system --gid 10001 parley && useradd --system --uid 10001 --gid parley --home-dir /parley parley
WORKDIR /parley
# from what changes seldom to what changes with each build
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY --chmod=0555 deploy/ready.sh ./ready.sh
USER 10001:10001
ENV SPRING_PROFILES_ACTIVE=production \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["/parley/ready.sh"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]

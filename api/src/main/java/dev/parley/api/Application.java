package dev.parley.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Parley: both sides and the API in one process. */
@SpringBootApplication(scanBasePackages = "dev.parley")
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}

package tw.gov.mocs.hub;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Everything of hub-core as Spring beans; an edge or a command adds itself to it. */
@Configuration
@EnableScheduling
@ComponentScan(
    basePackages = {
      "tw.gov.mocs.hub.database",
      "tw.gov.mocs.hub.job",
      "tw.gov.mocs.hub.setting",
      "tw.gov.mocs.hub.audit",
      "tw.gov.mocs.hub.trust",
      "tw.gov.mocs.hub.agency",
      "tw.gov.mocs.hub.evidence",
      "tw.gov.mocs.hub.catalogue",
      "tw.gov.mocs.hub.application",
      "tw.gov.mocs.hub.exchange",
      "tw.gov.mocs.hub.delivery",
      "tw.gov.mocs.hub.integration",
      "tw.gov.mocs.hub.file",
      "tw.gov.mocs.hub.content",
      "tw.gov.mocs.hub.notice",
      "tw.gov.mocs.hub.incident",
      "tw.gov.mocs.hub.usage",
      "tw.gov.mocs.hub.demo",
      "tw.gov.mocs.hub.sandbox"
    })
@ConfigurationPropertiesScan("tw.gov.mocs.hub")
public class CoreConfiguration {

  private static final int SCHEDULED_AT_ONCE = 4;

  /** The clock of the hub; tests replace it. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Threads for what runs at its own time: a long work does not hold up a checkpoint. */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(SCHEDULED_AT_ONCE);
    scheduler.setThreadNamePrefix("scheduled-");
    scheduler.setDaemon(true);
    return scheduler;
  }
}

package tw.gov.mocs.hub;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tw.gov.mocs.hub.agency.SeenCertificateSettings;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.application.ReceiptSettings;
import tw.gov.mocs.hub.audit.AuditSettings;
import tw.gov.mocs.hub.audit.RetentionSettings;
import tw.gov.mocs.hub.catalogue.SourceCheckSettings;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.delivery.DeliverySettings;
import tw.gov.mocs.hub.exchange.ExchangeSettings;
import tw.gov.mocs.hub.file.FileSettings;
import tw.gov.mocs.hub.integration.IntegrationSettings;
import tw.gov.mocs.hub.notice.ContactSettings;
import tw.gov.mocs.hub.notice.NoticeRules;
import tw.gov.mocs.hub.notice.NoticeSettings;
import tw.gov.mocs.hub.sandbox.SandboxSettings;
import tw.gov.mocs.hub.trust.TrustSettings;
import tw.gov.mocs.hub.usage.UsageSettings;

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
@EnableConfigurationProperties({
  SeenCertificateSettings.class,
  ApplicationSettings.class,
  ReceiptSettings.class,
  AuditSettings.class,
  RetentionSettings.class,
  SourceCheckSettings.class,
  DatabaseSettings.class,
  SourceSettings.class,
  DeliverySettings.class,
  ExchangeSettings.class,
  FileSettings.class,
  IntegrationSettings.class,
  ContactSettings.class,
  NoticeRules.class,
  NoticeSettings.class,
  SandboxSettings.class,
  TrustSettings.class,
  UsageSettings.class
})
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

package tw.gov.mocs.hub.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.shared.Checked;

/**
 * Where agencies ask, as each page and each mail says.
 *
 * @param telephone number
 * @param mail address
 * @param hours when somebody answers, in Chinese
 * @param hoursEn the same in English
 */
@ConfigurationProperties("hub.contact")
public record ContactSettings(
    @AtRuntime(most = 40) @DefaultValue("(02)8236-6666") String telephone,
    @AtRuntime(most = MailAddress.LONGEST)
        @DefaultValue("service@mocs.gov.tw")
        @Checked(by = MailAddress.Form.class)
        String mail,
    @AtRuntime(most = 100) @DefaultValue("週一至週五 08:30 至 17:30") String hours,
    @AtRuntime(most = 100) @DefaultValue("Monday to Friday, 08:30 to 17:30") String hoursEn) {}

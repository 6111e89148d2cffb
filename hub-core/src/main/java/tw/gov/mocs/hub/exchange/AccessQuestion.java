package tw.gov.mocs.hub.exchange;

import java.net.InetAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.catalogue.ExchangeService;

/**
 * Everything that access is decided from.
 *
 * @param agencyId whose certificate signed
 * @param address where the call came from
 * @param day today, in Taipei
 * @param request what is asked
 * @param grant the grant of the application named, whoever owns it; null if there is none
 * @param service the service named, open or closed; null if there is none
 * @param criteria the canonical criteria, see {@link CriteriaText}
 */
record AccessQuestion(
    long agencyId,
    InetAddress address,
    LocalDate day,
    ExchangeRequest request,
    @Nullable Grant grant,
    @Nullable ExchangeService service,
    String criteria) {}

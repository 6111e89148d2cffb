/** 機關及憑證管理: the agencies, and the certificates that count for them. */
@NullMarked
package tw.gov.mocs.hub.web.agency;

import org.jspecify.annotations.NullMarked;

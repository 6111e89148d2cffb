/** 信任憑證: whom the hub trusts, where revocation is asked, and what two persons change of it. */
@NullMarked
package tw.gov.mocs.hub.web.trust;

import org.jspecify.annotations.NullMarked;

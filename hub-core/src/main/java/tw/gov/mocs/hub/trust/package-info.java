/** 憑證信任: is this certificate genuine, in force and fit for this use? */
@NullMarked
package tw.gov.mocs.hub.trust;

import org.jspecify.annotations.NullMarked;

/**
 * 解密程式: what an agency runs to open a one-time file: decrypts it with a key file or a card,
 * verifies that the hub signed it, and only then gives its content a name.
 */
@NullMarked
package tw.gov.mocs.hub.client.open;

import org.jspecify.annotations.NullMarked;

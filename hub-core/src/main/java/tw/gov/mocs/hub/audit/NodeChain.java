package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import tw.gov.mocs.hub.audit.LogMapper.Node;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The chain of this node. Guarantee: only one process writes it; one that was taken for dead and is
 * not can write nothing more, because the fence has moved on.
 */
final class NodeChain {

  private static final Logger LOG = LoggerFactory.getLogger(NodeChain.class);
  private static final long LOOK_MILLIS = 500;

  private final LogMapper mapper;
  private final String name;
  private final Duration lease;
  private final boolean alone;
  private final String holder = UUID.randomUUID().toString();

  private long id;
  private long fence;

  /** Null while it must be read again: after a commit of which we don't know whether it held. */
  private @Nullable ChainHead head;

  /**
   * The chain of a node.
   *
   * @param alone whether the database itself lets no second process in
   */
  NodeChain(LogMapper mapper, String name, Duration lease, boolean alone) {
    this.mapper = mapper;
    this.name = name;
    this.lease = lease;
    this.alone = alone;
  }

  /**
   * Takes the chain; waits until a crashed holder's lease has run out.
   *
   * @throws HubException SETTINGS_INVALID when another living process holds it
   */
  void take() {
    Node first = findOrInsert();
    Node node = first;
    while (isHeld(node)) {
      if (!node.renewedAt().equals(first.renewedAt())) {
        throw held();
      }
      pause();
      node = require();
    }
    if (mapper.takeNode(node.id(), holder, node.fence()) != 1) {
      throw held();
    }
    id = node.id();
    fence = node.fence() + 1;
    head = null;
    LOG.info("node {} writes its chain from row {} on", name, node.lastSeq() + 1);
  }

  /** Lets the chain go, so that the next process need not wait. */
  void release() {
    mapper.takeNode(id, null, fence);
  }

  void renew() {
    if (mapper.renewNode(id, fence) != 1) {
      throw lost();
    }
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  ChainHead head() {
    ChainHead known = head;
    if (known == null) {
      Node node = require();
      if (node.fence() != fence) {
        throw lost();
      }
      known = new ChainHead(node.lastSeq(), node.lastHash());
      head = known;
    }
    return known;
  }

  /** Moves the stored head, in the transaction of the rows; fails if anybody else has moved it. */
  void advance(LogMapper batch, ChainHead from, ChainHead to) {
    batch.advanceNode(id, fence, from, to);
  }

  void committed(ChainHead to) {
    head = to;
  }

  void forgetHead() {
    head = null;
  }

  HubException lost() {
    return new HubException(
        ErrorCode.LOG_UNAVAILABLE,
        "the chain of node " + name + " was taken over or changed by somebody else");
  }

  private Node findOrInsert() {
    Node node = mapper.findNode(name);
    if (node == null) {
      try {
        mapper.insertNode(name, ChainHead.START.hash());
      } catch (DuplicateKeyException e) {
        LOG.debug("another process made the chain of {}", name);
      }
      node = require();
    }
    return node;
  }

  private boolean isHeld(Node node) {
    return node.holder() != null
        && !alone
        && node.databaseNow().isBefore(node.renewedAt().plus(lease));
  }

  private Node require() {
    return requireNonNull(mapper.findNode(name), "the row of this node");
  }

  private HubException held() {
    String text = "hub.audit.node: another running hub writes the log as " + name;
    return new HubException(ErrorCode.SETTINGS_INVALID, text, text);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the log starts", e);
    }
  }
}

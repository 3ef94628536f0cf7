package dev.parley.kernel.node;

/** Why something failed on the node that handled it, as it travels to the one that asked: made of what can be written. */
public interface RemoteFailure {
    /** The same failure on the node that asked, to which it means what it means where nothing has travelled. */
    RuntimeException received();
}

package dev.parley.kernel.member;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Who asks for something, with the roles of their token. */
public record Actor(UserId id, Set<Role> roles) {
    public static final Actor SYSTEM = new Actor(UserId.SYSTEM, EnumSet.of(Role.SERVICE));

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(UserId id, Role... roles) {
        return new Actor(id, Set.of(roles));
    }

    public boolean moderates() {
        return roles.contains(Role.MODERATOR) || administers();
    }

    public boolean administers() {
        return roles.contains(Role.ADMIN);
    }

    /** By which of their roles they moderate: {@link Role#USER} where none lets them. */
    public Role moderatingRole() {
        if (administers()) {
            return Role.ADMIN;
        }
        return moderates() ? Role.MODERATOR : Role.USER;
    }

    /** May take events out of the log, without names and texts. */
    public boolean analyses() {
        return roles.contains(Role.ANALYST) || administers();
    }

    public boolean isService() {
        return roles.contains(Role.SERVICE);
    }

    /** Somebody whose token gives them the id under which the server itself acts. */
    public boolean poses() {
        return id.equals(UserId.SYSTEM) && this != SYSTEM;
    }

    /** The role that the audit names. */
    public Role strongestRole() {
        return strongest(roles);
    }

    private static Role strongest(Collection<Role> roles) {
        return roles.stream().max(Role::compareTo).orElse(Role.USER);
    }
}

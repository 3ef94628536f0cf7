package dev.parley.kernel.activity;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;

/**
 * A person did something elsewhere on the site.
 *
 * @param title what it is called, in the person's own words
 * @param url where it is, http or https
 */
public record ActivityReported(
        ActivityId activityId, UserId member, ActivityKind kind, PersonalText title, PersonalText url) {}

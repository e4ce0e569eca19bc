package org.mingfa.server.registry.service;

import java.util.List;
import org.mingfa.server.registry.appraisal.Appraisals;
import org.mingfa.server.registry.career.Leads;
import org.mingfa.server.registry.career.Postings;
import org.mingfa.server.registry.career.Records;
import org.mingfa.server.registry.career.Rotation;
import org.mingfa.server.registry.counsel.Counsel;
import org.mingfa.server.registry.equipment.EquipmentPiece;
import org.mingfa.server.registry.responsibility.ResponsiblePost;

/**
 * What belongs to a person's service; lists that are empty are shown nowhere.
 *
 * @param appraisals for the person and those who fill in or check; {@code records} of protection for the person and the keeper
 * @param mayKeep whether the caller enters lead qualification, posting and records
 */
public record ServicePage(
        List<EquipmentPiece> equipment, List<ResponsiblePost.Held> posts, List<Rotation.Turn> rotation, List<Leads.Step> lead, List<Postings.Posting> postings,
        List<Appraisals.Appraisal> appraisals, List<Records.Kept> records, List<Counsel.Request> counsel, boolean mayKeep) {}

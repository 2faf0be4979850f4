import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EVENTS, type Native, startNative } from '../support/wordpress/native.js';
import { rejected, told } from '../support/wordpress/told.js';

let native: Native;

beforeAll(async () => {
  native = await startNative();
  const { site, constants } = native;
  const { host } = new URL(site.url);
  await site.php(`require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    foreach ($wpdb->tables('ms_global') as $table => $name) { $wpdb->$table = $name; }
    install_network();
    populate_network(1, '${host}', 'editor@news.example', 'News');`);
  await site.configure({
    ...constants,
    MULTISITE: true,
    SUBDOMAIN_INSTALL: false,
    DOMAIN_CURRENT_SITE: host,
    PATH_CURRENT_SITE: '/',
    SITE_ID_CURRENT_SITE: 1,
    BLOG_ID_CURRENT_SITE: 1,
  });
  // A domain with a port is not taken, only kept.
  await site.php(`wp_insert_site(['domain' => 'x', 'path' => '/sport/', 'network_id' => 1,
      'user_id' => 1]);
    $wpdb->update($wpdb->blogs, ['domain' => '${host}'], ['blog_id' => 2]);
    clean_blog_cache(2);
    switch_to_blog(2);
    foreach (['home', 'siteurl'] as $option) { update_option($option, '${site.url}/sport'); }
    update_option('comment_previously_approved', '0');
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    activate_plugin('gatepost/gatepost.php');`);
});

afterAll(async () => native.stop());

type Blog = 1 | 2;

/** A reader writes under the first article of a blog; the number of the comment there. */
const writes = async (blog: Blog, comment: string): Promise<string> =>
  native.site.php(`switch_to_blog(${blog});
    remove_action('check_comment_flood', 'check_comment_flood_db');
    echo wp_new_comment(['comment_post_ID' => 1, 'comment_author' => 'Reader',
      'comment_author_email' => 'reader@blog${blog}.example', 'comment_author_url' => '',
      'comment_content' => '${comment}']);`);

const stands = async (blog: Blog, id: string): Promise<string> =>
  native.site.php(`switch_to_blog(${blog}); echo get_comment(${id})->comment_approved;`);

describe('A network of blogs with one Gatepost', () => {
  it('has comments of the same number judged each by its own text', async () => {
    const first = await writes(1, 'The bridge is a good idea.');
    const second = await writes(2, 'You are a moron.');
    expect(second).toBe(first);
    expect([await stands(1, first), await stands(2, second)]).toEqual(['1', '0']);
    // The main blog was there before the network, and its comments are known by their numbers.
    expect([await native.inGatepost(first), await native.inGatepost(`2-${second}`)]).toEqual([
      'approved',
      'pending',
    ]);
    const { body } = await native.gatepost.get(`/v1/comments/2-${second}`);
    expect(body.thread.external_id).toBe('2-1');
  });

  it('takes for each blog the decisions about its own comments', async () => {
    const { site, secret } = native;
    const first = await writes(1, 'The old mill should be a library.');
    const second = await writes(2, 'The minutes are on the page of the council.');
    expect(second).toBe(first);
    await native.decidedInGatepost(`2-${second}`, 'reject');
    await native.allDelivered();
    // As a number, "2-3" would be 2, which is the first comment of the main blog.
    expect([await stands(1, '2'), await stands(1, first)]).toEqual(['1', '1']);
    const sport = `${site.url}/sport${EVENTS}`;
    expect(await told(sport, rejected(first, 9), { secret })).toBe(204);
    expect(await told(sport, rejected(`3-${second}`, 9), { secret })).toBe(204);
    expect(await stands(2, second)).toBe('1');
    expect(await told(sport, rejected(`2-${second}`, 9), { secret })).toBe(204);
    expect([await stands(1, first), await stands(2, second)]).toEqual(['1', 'spam']);
  });
});

describe('All of this', () => {
  it('leaves nothing for PHP to complain of', async () => {
    expect(await native.site.complaints()).not.toContain('plugins/gatepost');
  });
});
